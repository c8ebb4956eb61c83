package cn.citybrain.parking.onboarding.access;

import org.springframework.stereotype.Component;

/** The person behind the request that is being answered. */
@Component
public class CurrentUser {

    /**
     * @throws IllegalStateException outside of a logged-in person's request
     */
    public Actor current() {
        throw new UnsupportedOperationException("login follows");
    }
}
