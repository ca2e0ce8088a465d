/** What sounded at which seat, who acknowledged it, what is shelved until when, and how often alarms come. */
package org.gridward.console.alarm;
