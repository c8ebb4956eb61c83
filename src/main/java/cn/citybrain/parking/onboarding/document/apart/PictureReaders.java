package cn.citybrain.parking.onboarding.document.apart;

import cn.citybrain.parking.onboarding.document.picture.Exchange;
import cn.citybrain.parking.onboarding.document.picture.Page;
import cn.citybrain.parking.onboarding.document.picture.Unreadable;
import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads files, few at a time, in programs of their own. Never within a transaction: nobody waits here with a connection. */
@Component
@EnableConfigurationProperties(ReaderSettings.class)
public class PictureReaders implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PictureReaders.class);

    /** Then the next one is fresh. */
    private static final int ASKED_AT_MOST = 300;

    private static final int IDLE_MINUTES = 2;

    /** The system itself, for whoever looks at what others brought. */
    private static final String NOBODY = "";

    private final ReaderSettings settings;
    private final Turns turns;
    private final Deque<ReaderProcess> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "paper-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    PictureReaders(ReaderSettings settings) {
        this.settings = settings;
        this.turns = new Turns(settings, System::nanoTime);
        clock.scheduleWithFixedDelay(this::rest, IDLE_MINUTES, IDLE_MINUTES, TimeUnit.MINUTES);
    }

    /**
     * The pages of a file that somebody brings.
     *
     * @param person of whom one file is read at a time, and none for a while after one that took too long
     * @throws Unreadable with what to do instead
     * @throws ReadersBusy if the turn did not come in time
     */
    public List<Page> pages(String person, byte[] file) {
        return inTurn(person, pagesOf(file));
    }

    /**
     * The pages of a file that was taken before there were any.
     *
     * @throws Unreadable with what to do instead
     * @throws ReadersBusy if the turn did not come in time
     */
    public List<Page> pages(byte[] file) {
        return inTurn(NOBODY, pagesOf(file));
    }

    private static ReaderProcess.Question pagesOf(byte[] file) {
        return out -> {
            out.write(Exchange.PAGES.ordinal());
            Exchange.files(List.of(file), out);
        };
    }

    /**
     * One picture of pages that were read here, in a size that somebody wants.
     *
     * @param smallest bytes
     * @param largest bytes
     * @throws ReadersBusy if the turn did not come in time
     */
    public Page together(List<byte[]> pages, int smallest, int largest) {
        return inTurn(NOBODY, out -> {
                    out.write(Exchange.FITTING.ordinal());
                    Exchange.files(pages, out);
                    out.writeInt(smallest);
                    out.writeInt(largest);
                })
                .get(0);
    }

    private List<Page> inTurn(String person, ReaderProcess.Question question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("files are read before a transaction begins");
        }
        turns.take(person);
        try {
            return asked(person, question);
        } finally {
            turns.giveBack(person);
        }
    }

    private List<Page> asked(String person, ReaderProcess.Question question) {
        ReaderProcess reader = reader();
        boolean usable = false;
        try {
            List<Page> pages = reader.ask(question, settings.deadline());
            usable = true;
            return pages;
        } catch (Unreadable refusal) {
            usable = true;
            throw refusal;
        } catch (ReaderProcess.TookTooLong e) {
            LOG.warn("A paper of {} was not read within {}", person, settings.deadline());
            turns.usedUp(person);
            throw new Unreadable("这个文件过于复杂，%d 秒内没有读完。请重新拍照，或另存为普通 JPG 后上传"
                    .formatted(settings.deadline().toSeconds()));
        } catch (IOException e) {
            LOG.warn("A paper broke its reader: {}", e.toString());
            throw new Unreadable("这个文件解开后过大或已损坏，系统没有读取。请重新拍照，或另存为普通 JPG 后上传");
        } finally {
            giveBack(reader, usable);
        }
    }

    private ReaderProcess reader() {
        ReaderProcess known = idle.pollFirst();
        while (known != null && !known.isAlive()) {
            known = idle.pollFirst();
        }
        try {
            return known != null ? known : ReaderProcess.start(ReaderCommand.of(settings), clock);
        } catch (IOException e) {
            LOG.error("The program that reads papers does not start", e);
            throw new ReadersBusy();
        }
    }

    private void giveBack(ReaderProcess reader, boolean usable) {
        if (usable && reader.asked() < ASKED_AT_MOST) {
            idle.addFirst(reader);
        } else {
            reader.close();
        }
    }

    /** Memory that nobody uses is given back; whoever comes next waits a second longer. */
    private void rest() {
        for (ReaderProcess reader = idle.pollLast(); reader != null; reader = idle.pollLast()) {
            reader.close();
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        rest();
    }
}
