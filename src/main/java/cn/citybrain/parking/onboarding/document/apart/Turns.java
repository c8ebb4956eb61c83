package cn.citybrain.parking.onboarding.document.apart;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whose file is read next: first come, first served, but of each person only one stands in the queue. So many files of one
 * cost the others one of them, and whoever has just used up a deadline lets them go first.
 */
final class Turns {

    private final ReaderSettings settings;
    private final LongSupplier nanoTime;
    private final Semaphore readers;
    private final Map<String, Person> people = new HashMap<>();

    Turns(ReaderSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.readers = new Semaphore(settings.processes(), true);
    }

    /** Kept while somebody has files here, or has to pause. */
    private static final class Person {
        private final Semaphore place = new Semaphore(1, true);
        private int files;
        private boolean pauses;
        private long pausesUntil;
    }

    /**
     * Waits for the turn of one file; whoever takes it gives it back.
     *
     * @param name of the person; empty if it is the system's own, which waits like a person but for no other file of it
     * @throws ReadersBusy if it did not come in time, or the person pauses
     */
    void take(String name) {
        long end = nanoTime.getAsLong() + settings.patience().toNanos();
        Person person = come(name);
        boolean taken = false;
        boolean placed = false;
        try {
            placed = name.isEmpty() || within(person.place, end);
            requireNoPause(person);
            taken = placed && readers.getQueueLength() < settings.queue() && within(readers, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!taken) {
                leave(name, placed);
            }
        }
        if (!taken) {
            throw new ReadersBusy();
        }
    }

    void giveBack(String name) {
        readers.release();
        leave(name, true);
    }

    /** The file that is read just now, of this person, took all the time that there was. */
    synchronized void usedUp(String name) {
        if (!name.isEmpty()) {
            Person person = people.get(name);
            person.pauses = true;
            person.pausesUntil = nanoTime.getAsLong() + settings.pause().toNanos();
        }
    }

    private synchronized Person come(String name) {
        people.values().removeIf(known -> known.files == 0 && !pauses(known));
        Person person = people.computeIfAbsent(name, unknown -> new Person());
        person.files++;
        return person;
    }

    private synchronized void leave(String name, boolean placed) {
        Person person = people.get(name);
        person.files--;
        if (placed && !name.isEmpty()) {
            person.place.release();
        }
    }

    private synchronized void requireNoPause(Person person) {
        if (pauses(person)) {
            throw new ReadersBusy(Duration.ofNanos(person.pausesUntil - nanoTime.getAsLong()));
        }
    }

    private boolean pauses(Person person) {
        return person.pauses && person.pausesUntil - nanoTime.getAsLong() > 0;
    }

    private boolean within(Semaphore turn, long end) throws InterruptedException {
        return turn.tryAcquire(end - nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
    }
}
