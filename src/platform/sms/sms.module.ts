import { Module } from '@nestjs/common';
import { HttpSmsGateway, SmsGateway } from './sms-gateway.js';

@Module({ providers: [{ provide: SmsGateway, useClass: HttpSmsGateway }], exports: [SmsGateway] })
export class SmsModule {}
