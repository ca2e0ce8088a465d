package org.gridward.patrol;

import java.util.List;

/**
 * What became of a batch: every fix is accepted, duplicate (the unit already has a fix of that instant) or refused, so the
 * three add up to the size of the batch.
 */
public record TrackReceipt(int accepted, int duplicate, List<RefusedFix> refused) {}
