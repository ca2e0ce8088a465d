/** What changed in a shift and what is about to break, signed by who goes and who comes, kept as it was. */
package org.gridward.console.handover;
