package org.gridward.border;

/** What lies in one face: doors, the households they name (null: none says), cases. */
record FaceCount(int doors, Integer households, int cases) {

    static final FaceCount NOTHING = new FaceCount(0, null, 0);

    FaceCount withCase() {
        return new FaceCount(doors, households, cases + 1);
    }

    FaceCount withDoor(Integer more) {
        Integer sum = more == null ? households : Integer.valueOf(more + (households == null ? 0 : households));
        return new FaceCount(doors + 1, sum, cases);
    }
}
