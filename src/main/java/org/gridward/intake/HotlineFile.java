package org.gridward.intake;

import org.gridward.access.Actor;

/**
 * A file of orders that is being taken in.
 *
 * @param source whose numbers they are, such as {@code 12345}
 * @param fallback code of the category for words that are not known; null: such orders are held
 * @param actor first receiver of what is filed
 * @param dryRun say what would become of each order, store nothing
 */
public record HotlineFile(String name, String source, String fallback, boolean dryRun, Actor actor) {}
