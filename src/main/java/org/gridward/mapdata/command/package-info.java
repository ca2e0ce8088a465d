/** The command line of this room: import, export, locate, verify-receipt. Parses, calls one desk, prints. */
package org.gridward.mapdata.command;
