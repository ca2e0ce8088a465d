package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VersionTagTest {

    @Test
    void readsWhatIsInAnETagAndAStarForWhateverIsThere() {
        assertThat(read("\"7\"")).isEqualTo(7);
        assertThat(read("W/\"7\"")).isEqualTo(7);
        assertThat(read("\"7.1775016001000\"")).isEqualTo(7);
        assertThat(read(" * ")).isEqualTo(VersionTag.ANY);
        assertThat(VersionTag.matches(VersionTag.ANY, 3)).isTrue();
        assertThat(VersionTag.matches(3, 3)).isTrue();
        assertThat(VersionTag.matches(2, 3)).isFalse();
    }

    @Test
    void refusesWhatNoServerLikeThisGave() {
        refuses(null, 428);
        refuses(" ", 428);
        refuses("\"seven\"", 412);
        refuses("\"7\", \"8\"", 412);
        refuses("\"99999999999\"", 412);
        refuses("\"-1\"", 412);
    }

    private static void refuses(String ifMatch, int status) {
        assertThatThrownBy(() -> read(ifMatch))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }

    private static int read(String ifMatch) {
        return VersionTag.read(ifMatch, "thing", "stale");
    }
}
