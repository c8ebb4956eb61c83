package cn.citybrain.parking.onboarding.channel.charge;

/**
 * Where adapters hand over every request that charges or gives back, after it is signed and before it leaves. Adapters with
 * an HTTP client of their own do it with a line in front of the call, those with an SDK in its hook.
 */
public interface SentRequests {

    /**
     * Keeps it for good, whatever becomes of the caller's transaction. When it returns the evidence is on the disk; when it
     * throws, the request must not be sent.
     */
    void keep(SentRequest request);
}
