package cn.citybrain.parking.onboarding.process.vendor;

import cn.citybrain.parking.onboarding.masterdata.LotClosed;
import cn.citybrain.parking.onboarding.masterdata.LotsMoved;
import cn.citybrain.parking.onboarding.masterdata.LotsMoved.Move;
import cn.citybrain.parking.onboarding.masterdata.Portions;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lots have another vendor, or are closed: what runs at them follows in the transaction that makes it so. Lots at which nothing runs cost nothing. */
@Component
class VendorHandover {

    private final LotBindings bindings;
    private final TaskHandover tasks;
    private final KeyHandover keys;
    private final MailHandover mails;

    VendorHandover(LotBindings bindings, TaskHandover tasks, KeyHandover keys, MailHandover mails) {
        this.bindings = bindings;
        this.tasks = tasks;
        this.keys = keys;
        this.mails = mails;
    }

    @EventListener
    void on(LotsMoved moved) {
        List<String> codes = moved.moves().stream().map(Move::lotCode).toList();
        Map<String, List<LotBinding>> bound =
                Portions.ask(codes, bindings::ofLots).stream().collect(Collectors.groupingBy(LotBinding::lotCode));
        moved.moves().stream()
                .filter(move -> bound.containsKey(move.lotCode()))
                .forEach(move -> hand(move, bound.get(move.lotCode())));
    }

    /** Nobody speaks for a closed lot. Who connects it once it is open again registers a key, and gets a password with it. */
    @EventListener
    void on(LotClosed closed) {
        keys.end(closed.lotCode());
    }

    private void hand(Move move, List<LotBinding> bound) {
        keys.end(move.lotCode());
        List<LotBinding> running = bound.stream()
                .filter(binding -> binding.state() != BindingState.WITHDRAWN)
                .toList();
        running.forEach(binding -> tasks.hand(binding, move));
        running.stream().findFirst().ifPresent(binding -> mails.hand(move, binding));
    }
}
