package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Tone;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Counterpart;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One simulated channel: what it is called and how it decides. A bean; whatever it remembers is in its {@link
 * ChannelOffice}, which {@link Offices} gives to the channel's controllers. Beans are shown in the order of their
 * {@code @Order}.
 */
public interface SimulatedChannel extends Counterpart {

    /** What it is; the same whenever it is asked. */
    Profile profile();

    @Override
    default String code() {
        return profile().code();
    }

    @Override
    default String name() {
        return profile().name();
    }

    @Override
    default List<? extends Operation> operations() {
        return profile().operations();
    }

    @Override
    default Set<Fault.Kind> impossible() {
        return profile().impossible();
    }

    // applications

    /** Commands that fit the application's state now: NEXT first, then others. {@code refuse} where it can be refused. */
    List<Action> actions(Application application, ChannelOffice office);

    /** After an application moved, in the same transaction: where the channel tells the platform. */
    default void moved(Application application, ChannelOffice office) {}

    default Words words(Application application) {
        return profile()
                .applicationStates()
                .getOrDefault(application.state(), new Words(application.state(), Tone.PLAIN));
    }

    // lots

    /** A new number of a lot's application. */
    default String lotReference(Lot lot) {
        return "PLA" + Numbers.letters(20);
    }

    /** A new number of a lot that passes. */
    default String lotNumber(Lot lot) {
        return "PL" + Numbers.letters(20);
    }

    /** After a lot was decided, in the same transaction: where the channel tells the platform. */
    default void moved(Lot lot, ChannelOffice office) {}

    // vehicles

    /** States of an agreement: code and words; {@code SIGNED} and {@code UNSIGNED} among them. */
    default Map<String, Words> agreementStates() {
        Map<String, Words> states = new LinkedHashMap<>();
        states.put(Agreement.SIGNED, Words.good("已签约"));
        states.put(Agreement.UNSIGNED, Words.bad("未签约"));
        states.put(Agreement.PAUSED, Words.bad("已暂停"));
        return states;
    }

    /** Commands on a visit besides none. */
    default List<Action> actions(Visit visit, ChannelOffice office) {
        return List.of();
    }

    // money

    /** Whether a debit whose number came before asks for the same. */
    boolean same(Order before, Order asked);

    /** Whether two debits charge one visit; by the visit's number unless the channel knows better. */
    default boolean sameVisit(Order other, Order asked) {
        return !asked.visit().isEmpty() && other.visit().equals(asked.visit());
    }

    /** Why an accepted debit cannot succeed, e.g. a paused owner; empty if it can. */
    default String failure(Order accepted, ChannelOffice office) {
        return "";
    }

    /** After a debit was decided, in the same transaction: here the channel queues its notification. */
    default void settled(Order order, ChannelOffice office) {}

    /** Commands on a debit besides deciding it. */
    default List<Action> actions(Order order, ChannelOffice office) {
        return List.of();
    }

    /** Whether a refund whose number came before asks for the same. */
    default boolean same(Refund before, Refund asked) {
        return before.outTradeNo().equals(asked.outTradeNo()) && before.amount() == asked.amount();
    }

    /** After a refund was decided, in the same transaction. */
    default void settled(Refund refund, ChannelOffice office) {}
}
