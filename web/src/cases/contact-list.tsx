import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Empty } from '../ui/states';
import { useWord } from '../ui/use-word';
import styles from './contact-list.module.css';
import type { ContactView } from './views';

const Contact = ({ contact }: { contact: ContactView }) => {
  const { t } = useTranslation('signals');
  const word = useWord();
  return (
    <li>
      <div className={styles.head}>
        <b>
          {word('signals', 'contactKinds', contact.kind)}
          {!contact.reached && ` (${t('contact.notReached')})`}
        </b>
        <Day on={contact.heldOn} />
      </div>
      {contact.agreement !== null && contact.agreement !== '' && <p>{contact.agreement}</p>}
      {contact.nextStep !== null && contact.nextStep !== '' && (
        <p>
          <span className={styles.small}>{t('contact.nextStep')}: </span>
          {contact.nextStep}
        </p>
      )}
      <div className={styles.small}>{contact.recordedBy}</div>
    </li>
  );
};

export const ContactList = ({ contacts }: { contacts: ContactView[] }) => {
  const { t } = useTranslation('signals');
  if (contacts.length === 0) return <Empty title={t('contact.none')}>{t('contact.noneHint')}</Empty>;
  return (
    <ul className={styles.list}>
      {contacts.map((contact) => (
        <Contact key={contact.id} contact={contact} />
      ))}
    </ul>
  );
};
