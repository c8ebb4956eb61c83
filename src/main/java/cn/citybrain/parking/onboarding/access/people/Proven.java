package cn.citybrain.parking.onboarding.access.people;

import org.springframework.security.core.Authentication;

/**
 * A principal who proved who they are while their account was at a generation. The generation is read before the proof is
 * looked at: what ends the sessions meanwhile ends this login too, whenever its session is stored.
 */
public interface Proven {

    long generation();

    /** The oldest for a login that knows of none. */
    static long generationOf(Authentication login) {
        return login.getPrincipal() instanceof Proven proven ? proven.generation() : 0;
    }
}
