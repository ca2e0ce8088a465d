/** Watches whether what must be covered is: nobody of a kind in a grid, until when, now and in the hours to come. */
package org.gridward.dispatch.cover;
