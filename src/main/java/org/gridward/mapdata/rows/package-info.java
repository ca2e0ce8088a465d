/** From the texts of a row to what a room's front door takes: field names, positions, times, codes. */
package org.gridward.mapdata.rows;
