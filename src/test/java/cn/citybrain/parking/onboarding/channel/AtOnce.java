package cn.citybrain.parking.onboarding.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Several threads that do something at the same moment: they wait for each other before they begin. */
public final class AtOnce {

    private static final long LONGEST_SECONDS = 60;

    private AtOnce() {}

    /** What each of them got, in no order. */
    public static <T> List<T> all(int threads, Supplier<T> work) {
        return each(threads, number -> work.get());
    }

    /** @param work of the thread with that number, from 0 */
    public static <T> List<T> each(int threads, IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> under = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                under.add(pool.submit(() -> {
                    start.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                    return work.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : under) {
                results.add(one.get(LONGEST_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError("one of them failed", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
