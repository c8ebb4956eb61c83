package cn.citybrain.parking.onboarding;

import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Something that happens to a task between the moment a call has read it and the moment the call would write it. */
public final class Meanwhile implements ApplicationListener<ApplicationEvent>, AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String taskId;
    private final String eventName;
    private final Runnable change;
    private final int longest;
    private boolean changing;
    private int times;

    /**
     * @param eventName of the engine's task event at which the change is made, by another thread
     * @param longest how many calls it gets in the way of
     */
    public Meanwhile(
            ConfigurableApplicationContext context, String taskId, String eventName, Runnable change, int longest) {
        this.context = context;
        this.taskId = taskId;
        this.eventName = eventName;
        this.change = change;
        this.longest = longest;
        context.addApplicationListener(this);
    }

    /** How many calls it got in the way of. */
    public int times() {
        return times;
    }

    /** The change may cause the same event: that one is left alone. */
    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> payload
                && payload.getPayload() instanceof DelegateTask task
                && task.getId().equals(taskId)
                && task.getEventName().equals(eventName)
                && !changing
                && times < longest) {
            times++;
            changing = true;
            CompletableFuture.runAsync(change).join();
            changing = false;
        }
    }

    @Override
    public void close() {
        context.removeApplicationListener(this);
    }
}
