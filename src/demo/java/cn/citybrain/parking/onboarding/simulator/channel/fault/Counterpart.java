package cn.citybrain.parking.onboarding.simulator.channel.fault;

import java.util.List;
import java.util.Set;

/** A channel as far as things can go wrong with it: what it can be asked, and what makes no sense for it. */
public interface Counterpart {

    /** Code of the channel as the platform has it, e.g. {@code wechatpay}. */
    String code();

    /** Name for people, e.g. 微信支付. */
    String name();

    /** Everything that the platform can ask and the channel tell. */
    List<? extends Operation> operations();

    /** Kinds of faults that make no sense for this channel. */
    Set<Fault.Kind> impossible();
}
