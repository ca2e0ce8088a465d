package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gridward.mapdata.join.CsvJoin;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocateDeskTest {

    private final LocateDesk desk = new LocateDesk(null, Clock.systemUTC(), Duration.ofMillis(20));
    private final List<PipedOutputStream> slow = new ArrayList<>();
    private final List<Thread> senders = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException, InterruptedException {
        for (PipedOutputStream sender : slow) {
            sender.close();
        }
        for (Thread sender : senders) {
            sender.join();
        }
        desk.stop();
    }

    @Test
    void turnsAFileAwayInsteadOfWaitingForEverBehindClientsThatSendSlowly() throws Exception {
        sendNothingFor(2);
        assertThatThrownBy(() -> join(InputStream.nullInputStream()))
                .isInstanceOfSatisfying(
                        Problem.class, busy -> assertThat(busy.status()).isEqualTo(503));
    }

    @Test
    void takesAFileAgainOnceOneOfThemHasEnded() throws Exception {
        sendNothingFor(2);
        slow.remove(0).close();
        senders.remove(0).join();
        assertThatThrownBy(() -> join(InputStream.nullInputStream()))
                .isInstanceOfSatisfying(
                        Problem.class, noHeader -> assertThat(noHeader.status()).isEqualTo(400));
    }

    private void sendNothingFor(int clients) throws Exception {
        CountDownLatch reading = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            PipedOutputStream sender = new PipedOutputStream();
            PipedInputStream received = new PipedInputStream(sender) {
                private boolean begun;

                @Override
                public synchronized int read() throws IOException {
                    if (!begun) {
                        begun = true;
                        reading.countDown();
                    }
                    return super.read();
                }
            };
            slow.add(sender);
            Thread client = new Thread(() -> joinQuietly(received));
            senders.add(client);
            client.start();
        }
        reading.await();
    }

    private void joinQuietly(InputStream in) {
        try {
            join(in);
        } catch (IOException | Problem ended) {
            assertThat(ended).isNotNull();
        }
    }

    private void join(InputStream in) throws IOException {
        desk.csv(in, CsvJoin.Columns.USUAL, null, (bytes, length, ended) -> {});
    }
}
