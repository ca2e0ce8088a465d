/** Picks the unit that should go: street distances, positions, shifts, loads and duties, each pick with its reasons. */
package org.gridward.dispatch.pick;
