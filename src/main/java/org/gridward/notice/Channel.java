package org.gridward.notice;

/** The ways a message can go. */
public enum Channel {
    MAIL,
    WEBHOOK
}
