import { Module } from '@nestjs/common';

/** Who hears of which event, and how often. */
@Module({})
export class NotificationsModule {}
