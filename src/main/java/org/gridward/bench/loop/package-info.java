/** The goals of the loop: durable reports, the way to the screens, deadlines in masses, and what a killed server loses. */
package org.gridward.bench.loop;
