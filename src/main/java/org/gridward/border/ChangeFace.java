package org.gridward.border;

import java.util.Optional;

/** Give a face this state, owner of the fix and note; what is empty stays as it is. */
public record ChangeFace(Optional<FaceState> state, Optional<FixOwner> owner, Optional<String> note) {}
