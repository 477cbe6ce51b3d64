import type { Texts } from '../da';

export const answer: Texts['answer'] = {
  welcome: {
    anonymous:
      'Nobody can see what you in particular answer: neither your manager, HR nor those who run the system.',
    group:
      'You answer in a group of {{people}}. With fewer than {{minimum}} answers no figures are shown for it.',
    until: 'You can answer until {{day}}.',
    pause: 'You may pause and go on on this phone or computer.',
    kiosk: 'Answer in one go: the screen keeps nothing.',
    begin: 'Begin',
    key: 'The group’s key:',
  },
  offline: {
    begin: 'There is no connection just now. Try again in a while.',
    title: 'Your answer is ready',
    text: 'There is no connection just now. The answer is sent by itself when there is. Leave the page open, or open your link again later.',
  },
  sending: { title: 'Your answer is being sent', text: 'One moment.' },
  waiting: {
    title: 'Thank you for your answer',
    text: 'Your answer has been received and waits to be stored together with others’, so that the order gives nothing away. Until then it also lies here on this phone or computer. Do open the link again another day: then you see when it is stored.',
  },
  done: {
    title: 'Your answer is stored',
    text: 'Thank you. Nothing of the answer is left on this phone or computer. You can close the page.',
  },
  again: 'Try again',
  stopped: {
    unknown: {
      title: 'The link leads nowhere',
      text: 'See whether the whole link has come along. Otherwise open it from your mail, text message or letter.',
    },
    code: {
      title: 'The code does not fit',
      text: 'The code has ten characters and stands in your letter. Check it, and type it again.',
    },
    'code-used': {
      title: 'The code has been used',
      text: 'If your answer was sent, you are done. A code works once only.',
    },
    elsewhere: {
      title: 'The survey has been opened elsewhere',
      text: 'Your invitation has been used on another phone or computer, or in another browser. Go on there. If the answer has been sent, you are done.',
    },
    closed: {
      title: 'The survey has closed',
      text: 'It takes no more answers. If you had sent yours, it counts.',
    },
    'too-late': {
      title: 'The survey has closed',
      text: 'Your answer did not arrive before the survey closed. It has been deleted from this phone or computer.',
    },
    'too-many': { title: 'Too many wrong codes', text: 'Wait a quarter of an hour and try again.' },
    'wrong-key': {
      title: 'Stop: the key does not fit',
      text: 'The server uses another key than the one in your invitation. We cannot promise then that your answer is anonymous, and you should not answer. Tell your health and safety representative.',
    },
    offline: { title: 'No connection', text: 'The page has to be opened once with a connection. Try again.' },
    failed: { title: 'That did not work', text: 'Try again in a while.' },
  },
  kiosk: {
    title: 'Answer the survey',
    text: 'Type the code from your letter. The screen keeps nothing.',
    code: 'Your code',
    open: 'Continue',
    other: 'Another code',
    done: 'Thank you. The screen has kept nothing and is ready for the next one.',
    none: 'The address of this screen is not whole. HR finds it on the page of the survey.',
  },
  explain: {
    open: 'How you are anonymous',
    title: 'How you are anonymous',
    back: 'Back to the survey',
    envelope: {
      title: 'A stamp through the envelope',
      text: 'Your browser makes a random slip and puts it into a closed envelope. The server sees that you are invited and stamps the envelope without seeing the slip. Your browser takes the slip out: the stamp has gone through. Later it sends the slip with your answer. The server can see that the stamp is genuine, but not in which envelope the slip lay. About you it is only kept that an envelope was stamped, and on which day.',
    },
    group: {
      title: 'The same stamp for the whole group',
      text: 'Everybody in your group gets the same stamp. Its key stands in the invitation, and your browser checks it. Do compare the key with a colleague’s.',
    },
    batch: {
      title: 'Answers are stored in shuffled batches',
      text: 'Your answer waits in the server’s memory until there are enough from your group. Then lots are drawn about which are stored, and in which order. No time, address or browser is kept, and no log of who sends answers.',
    },
    device: {
      title: 'On your own phone or computer',
      text: 'Your draft lies here only, until the answer is stored, and is erased then. Somebody who holds your phone meanwhile can read it. A shared screen keeps nothing.',
    },
    operator: {
      title: 'What a dishonest operator could still do',
      text: 'Whoever controls the server could change the program so that it noted when and from which address each answer came, or send your browser a page that gives you away. It could also give you a stamp of your own: that is why you and a colleague can compare the key. Whoever has the letters could answer in others’ place before they do. All of it would break the agreement, and the code can be inspected, but technology alone does not rule it out.',
    },
    you: {
      title: 'What you may give away yourself',
      text: 'In free text your own words may give you away. Write no names and nothing that only you can know. Comments are shown only when at least ten in the group have answered, in random order.',
    },
  },
};
