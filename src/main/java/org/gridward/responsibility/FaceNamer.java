package org.gridward.responsibility;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridward.grid.Match;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Names the gap or overlap behind a standing: by the register, or, while the register has not caught up, by a name made from
 * the place alone, so that the same spot gets the same name each time.
 */
@Component
class FaceNamer {

    private final ObjectProvider<GapNames> names;

    FaceNamer(ObjectProvider<GapNames> names) {
        this.names = names;
    }

    Face name(Face face, Inquiry asked) {
        if (face.kind() == Face.Kind.JOINT_AREA) {
            return face;
        }
        return registered(face, asked)
                .map(id -> new Face(face.kind(), id, face.layer(), face.codes(), false))
                .orElseGet(() -> new Face(face.kind(), provisional(face, asked), face.layer(), face.codes(), true));
    }

    private Optional<String> registered(Face face, Inquiry asked) {
        GapNames register = names.getIfAvailable();
        return register == null || asked.spot() == null || asked.spot().accuracyMeters() > 0
                ? Optional.empty()
                : register.gap(face.layer(), asked.spot().lon(), asked.spot().lat(), asked.at(), asked.knownAt());
    }

    /** An overlap by its grids; a gap by the finest grid around it and the spot to about ten metres. */
    static String provisional(Face face, Inquiry asked) {
        if (face.kind() == Face.Kind.OVERLAP) {
            return "overlap:" + face.layer() + ":" + String.join("+", face.codes());
        }
        List<Match> matches = asked.matches();
        String parent = matches.isEmpty() ? "" : matches.get(matches.size() - 1).gridCode();
        return "gap:" + face.layer() + ":" + parent
                + (asked.spot() == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "@%.4f,%.4f",
                                asked.spot().lon(),
                                asked.spot().lat()));
    }
}
