package cn.citybrain.parking.onboarding.document.apart;

import cn.citybrain.parking.onboarding.document.picture.Exchange;
import cn.citybrain.parking.onboarding.document.picture.Page;
import cn.citybrain.parking.onboarding.document.picture.Unreadable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One running program. One thread at a time asks it; after any failure it is of no use. */
final class ReaderProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final ScheduledExecutorService clock;
    private final DataOutputStream out;
    private final DataInputStream in;
    private int asked;

    private ReaderProcess(Process process, ScheduledExecutorService clock) {
        this.process = process;
        this.clock = clock;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** What is asked. */
    interface Question {
        void write(DataOutputStream out) throws IOException;
    }

    /** @throws IOException if it does not start */
    static ReaderProcess start(ProcessBuilder command, ScheduledExecutorService clock) throws IOException {
        ReaderProcess reader = new ReaderProcess(command.start(), clock);
        try {
            reader.within(START, () -> {
                if (Exchange.of(reader.in.readUnsignedByte()) != Exchange.READY) {
                    throw new IOException("the program says something else");
                }
                return null;
            });
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** How many it has answered. */
    int asked() {
        return asked;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * @throws Unreadable if the file is refused
     * @throws TookTooLong if it was ended for it
     * @throws IOException if it broke down: out of memory, most likely
     */
    List<Page> ask(Question question, Duration deadline) throws IOException {
        asked++;
        return within(deadline, () -> {
            question.write(out);
            out.flush();
            return answer();
        });
    }

    private List<Page> answer() throws IOException {
        if (Exchange.of(in.readUnsignedByte()) == Exchange.REFUSED) {
            throw new Unreadable(in.readUTF());
        }
        List<Page> pages = new ArrayList<>();
        for (byte[] jpeg : Exchange.files(in)) {
            pages.add(new Page(jpeg, 0, 0));
        }
        for (int i = 0; i < pages.size(); i++) {
            pages.set(i, new Page(pages.get(i).jpeg(), in.readInt(), in.readInt()));
        }
        return pages;
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T within(Duration deadline, Step<T> step) throws IOException {
        ScheduledFuture<?> end = clock.schedule(process::destroyForcibly, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return step.take();
        } catch (IOException e) {
            if (end.isDone()) {
                throw new TookTooLong();
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The deadline passed, and the program was ended. */
    static final class TookTooLong extends IOException {}
}
