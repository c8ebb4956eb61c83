package cn.citybrain.parking.onboarding;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;

/** Keeps the text of every event that one of our modules published. */
@TestComponent
public class PublishedEvents {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    @EventListener
    void published(PayloadApplicationEvent<?> event) {
        if (event.getPayload().getClass().getName().startsWith("cn.citybrain")) {
            texts.add(event.getPayload().toString());
        }
    }

    public List<String> texts() {
        return texts;
    }
}
