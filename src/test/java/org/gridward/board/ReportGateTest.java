package org.gridward.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportGateTest {

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private final ReportGate gate = new ReportGate(clock);

    private Optional<HoldReason> decide(String board, String device, String address) {
        return gate.decide(board, device, address, null);
    }

    @Test
    void aDeviceSendsSixAnHourAndTwentyADay() {
        for (int hour = 0; hour < 3; hour++) {
            for (int i = 0; i < 6; i++) {
                assertThat(decide("b" + hour, "phone-0001", "a")).isEmpty();
            }
            assertThat(decide("b9", "phone-0001", "a")).contains(HoldReason.DEVICE);
            now = now.plus(Duration.ofMinutes(61));
        }
        assertThat(decide("b4", "phone-0001", "a")).isEmpty();
        assertThat(decide("b4", "phone-0001", "a")).isEmpty();
        assertThat(decide("b4", "phone-0001", "a")).contains(HoldReason.DEVICE);
        now = now.plus(Duration.ofHours(25));
        assertThat(decide("b4", "phone-0001", "a")).isEmpty();
    }

    @Test
    void aBoardTakesSixtyAnHourHoweverManyDevicesSend() {
        for (int i = 0; i < 60; i++) {
            assertThat(decide("b", "phone-" + i, "a" + i)).isEmpty();
        }
        assertThat(decide("b", "phone-new", "new")).contains(HoldReason.BOARD);
        assertThat(decide("other", "phone-new", "new")).isEmpty();
    }

    @Test
    void anAddressThatManyPhonesShareSendsThreeHundredAnHour() {
        for (int i = 0; i < 300; i++) {
            now = now.plusSeconds(1);
            assertThat(decide("b" + i % 50, "phone-" + i, "shared")).isEmpty();
        }
        assertThat(decide("c", "phone-new", "shared")).contains(HoldReason.ADDRESS);
        assertThat(decide("c", "phone-new", "elsewhere")).isEmpty();
    }

    @Test
    void theWholeCityTakesThreeHundredAMinute() {
        for (int i = 0; i < 300; i++) {
            assertThat(decide("b" + i, "phone-" + i, "a" + i)).isEmpty();
        }
        assertThat(decide("c", "phone-new", "new")).contains(HoldReason.BREAKER);
        now = now.plusSeconds(61);
        assertThat(decide("c", "phone-new", "new")).isEmpty();
    }

    @Test
    void aRepeatedRequestIsDecidedAsBeforeAndCountedOnce() {
        for (int i = 0; i < 20; i++) {
            assertThat(gate.decide("b", "phone-0001", "a", "same")).isEmpty();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(gate.decide("b", "phone-0001", "a", "other" + i)).isEmpty();
        }
        assertThat(gate.decide("b", "phone-0001", "a", "late")).contains(HoldReason.DEVICE);
        now = now.plus(Duration.ofHours(2));
        assertThat(gate.decide("b", "phone-0001", "a", "late")).contains(HoldReason.DEVICE);
    }

    @Test
    void madeUpDevicesDoNotWashOutWhatIsKnownOfABoard() {
        for (int i = 0; i < 60; i++) {
            decide("b", "phone-" + i, "a" + i);
        }
        for (int i = 0; i < 30_000; i++) {
            assertThat(decide("b", "made-up-" + i, "x")).isPresent();
        }
    }

    @Test
    void aScanRateFarAboveOrSilentIsAFinding() {
        assertThat(ScanBook.finding(12, 10)).isNull();
        assertThat(ScanBook.finding(40, 10)).isEqualTo("SURGE");
        assertThat(ScanBook.finding(0, 10)).isEqualTo("SILENT");
        assertThat(ScanBook.finding(0, 0.5)).isNull();
        assertThat(ScanBook.finding(11, 0)).isEqualTo("SURGE");
    }
}
