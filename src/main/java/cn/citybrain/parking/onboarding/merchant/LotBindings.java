package cn.citybrain.parking.onboarding.merchant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lot bindings and their life. */
@Component
public class LotBindings {

    /**
     * Freezes the list of an application's lots. Called again with the same lots it returns the same bindings.
     *
     * @throws BindingRefused naming the lot and the reason
     */
    public List<LotBinding> bind(String applicationNo, List<String> lotCodes) {
        throw new UnsupportedOperationException();
    }

    /** Why a lot cannot be bound at a channel; empty if it can. */
    public Optional<String> obstacle(String lotCode, String channel, String applicationNo) {
        throw new UnsupportedOperationException();
    }

    public Optional<LotBinding> byId(long id) {
        throw new UnsupportedOperationException();
    }

    /** In the order of their positions. */
    public List<LotBinding> ofApplication(String applicationNo) {
        throw new UnsupportedOperationException();
    }

    /** Every binding that a lot ever had, newest first. */
    public List<LotBinding> of(String lotCode) {
        throw new UnsupportedOperationException();
    }

    /** Id of the binding at a position of the frozen list. */
    public long idAt(String applicationNo, int position) {
        throw new UnsupportedOperationException();
    }

    /** CONFIGURED: the channel took the registration in, its consent is to come. */
    public void pending(long id, String reference) {
        throw new UnsupportedOperationException();
    }

    /** CONFIGURED → REGISTERED. */
    public void registered(long id, String reference, String channelLotId) {
        throw new UnsupportedOperationException();
    }

    /** REGISTERED → TESTING. */
    public void testing(long id) {
        throw new UnsupportedOperationException();
    }

    /** TESTING → LIVE: written when the channel confirmed the test deduction, never otherwise. */
    public void live(long id, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Anything that is not live → WITHDRAWN. */
    public void withdrawn(long id) {
        throw new UnsupportedOperationException();
    }

    /** Notes that somebody wants to give the lot up; the process ends it when no deduction is under way. */
    public void requestWithdrawal(long id, String by, String reason) {
        throw new UnsupportedOperationException();
    }

    public boolean withdrawalRequested(long id) {
        throw new UnsupportedOperationException();
    }
}
