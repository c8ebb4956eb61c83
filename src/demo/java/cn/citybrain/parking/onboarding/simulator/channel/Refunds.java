package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import cn.citybrain.parking.onboarding.simulator.channel.MoneyRefused.Why;
import cn.citybrain.parking.onboarding.simulator.channel.book.Book;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The refunds of one channel: once per out_refund_no, never more than was charged. */
public final class Refunds {

    private final ChannelOffice office;
    private final Book<Refund> book;
    private final SimulatorStore store;
    private final Clock clock;

    Refunds(ChannelOffice office, Book<Refund> book, SimulatorStore store, Clock clock) {
        this.office = office;
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Refund> all() {
        return book.all();
    }

    public Optional<Refund> find(String outRefundNo) {
        return book.find(outRefundNo);
    }

    /**
     * Gives back, unless the desk shall decide; the same number again is told what it became.
     *
     * @throws MoneyRefused OTHER_DATA, UNKNOWN_ORDER, NOT_PAID, TOO_MUCH
     */
    public Refund refund(Refund asked) {
        return office.alone(() -> {
            Optional<Refund> before = find(asked.outRefundNo());
            if (before.isPresent()) {
                return sameOrRefused(before.get(), asked);
            }
            check(asked);
            return store.inTransaction(() -> {
                Refund taken = asked.in(Refund.State.PROCESSING, clock.instant());
                book.put(taken.outRefundNo(), taken);
                Optional<Fault> fault =
                        office.faults().take(Operation.Role.REFUND, Fault.Phase.DECISION, taken.toString());
                boolean later = fault.filter(planned -> planned.kind() == Fault.Kind.DECIDE_LATER)
                        .isPresent();
                return later ? taken : settle(taken, fault.isEmpty());
            });
        });
    }

    private Refund sameOrRefused(Refund before, Refund asked) {
        if (!office.channel().same(before, asked)) {
            throw new MoneyRefused(Why.OTHER_DATA, "商户退款单号已被使用，且退款信息不一致");
        }
        return before;
    }

    private void check(Refund asked) {
        Order order = office.orders()
                .find(asked.outTradeNo())
                .filter(found -> found.account().equals(asked.account()))
                .orElseThrow(() -> new MoneyRefused(Why.UNKNOWN_ORDER, "订单不存在"));
        if (!order.paid()) {
            throw new MoneyRefused(Why.NOT_PAID, "订单未支付，不能退款");
        }
        int promised = all().stream()
                .filter(refund -> refund.outTradeNo().equals(order.outTradeNo()))
                .filter(refund -> refund.state() != Refund.State.FAILED)
                .mapToInt(Refund::amount)
                .sum();
        if (asked.amount() < 1 || promised + asked.amount() > order.amount()) {
            throw new MoneyRefused(Why.TOO_MUCH, "退款金额与订单金额不符");
        }
    }

    /** Decides a refund that is PROCESSING. */
    public Refund decide(String outRefundNo, boolean success) {
        return office.alone(() -> {
            Refund refund = find(outRefundNo).orElseThrow(() -> new NoSuchElementException("没有退款 " + outRefundNo));
            if (refund.state() != Refund.State.PROCESSING) {
                throw new IllegalStateException(
                        "退款 " + outRefundNo + " 已有结果：" + refund.state().words().text());
            }
            return store.inTransaction(() -> settle(refund, success));
        });
    }

    private Refund settle(Refund refund, boolean success) {
        Refund settled = refund.in(success ? Refund.State.SUCCESS : Refund.State.FAILED, refund.createdAt());
        book.put(settled.outRefundNo(), settled);
        if (success) {
            office.orders().giveBack(settled);
        }
        office.channel().settled(settled, office);
        return settled;
    }
}
