package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
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
import java.util.function.UnaryOperator;

/**
 * The debits of one channel. Money moves here and nowhere else: once per out_trade_no, and every movement is in the
 * ledger.
 */
public final class Orders {

    private final ChannelOffice office;
    private final Book<Order> book;
    private final SimulatorStore store;
    private final Ledger ledger;
    private final Clock clock;

    Orders(ChannelOffice office, Book<Order> book, SimulatorStore store, Ledger ledger, Clock clock) {
        this.office = office;
        this.book = book;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Order> all() {
        return book.all();
    }

    public Optional<Order> find(String outTradeNo) {
        return book.find(outTradeNo);
    }

    /**
     * What the number became, if it came before: for channels that look there before anything else.
     *
     * @throws MoneyRefused OTHER_DATA
     */
    public Optional<Order> again(Order asked) {
        Optional<Order> before = find(asked.outTradeNo());
        if (before.isPresent() && !office.channel().same(before.get(), asked)) {
            throw new MoneyRefused(Why.OTHER_DATA, "商户订单号已被使用，且订单信息不一致");
        }
        return before;
    }

    /**
     * Takes a debit in and decides it, unless the desk shall. Two requests with one number may come at the same time: the
     * second is told what the first became.
     *
     * @throws MoneyRefused OTHER_DATA, VISIT_CHARGED
     */
    public Order charge(Order asked) {
        return office.alone(() -> {
            Optional<Order> before = again(asked);
            if (before.isPresent()) {
                return before.get();
            }
            boolean charged = all().stream()
                    .anyMatch(other -> other.state() != Order.State.FAILED
                            && office.channel().sameVisit(other, asked));
            if (charged) {
                throw new MoneyRefused(Why.VISIT_CHARGED, "该入场已发起过扣款");
            }
            return store.inTransaction(() -> decided(book.put(asked.outTradeNo(), asked.accepted(clock.instant()))));
        });
    }

    private Order decided(Order accepted) {
        String failure = office.channel().failure(accepted, office);
        if (!failure.isEmpty()) {
            return settle(accepted, false, "", failure);
        }
        Optional<Fault> fault = office.faults().take(Operation.Role.DEDUCT, Fault.Phase.DECISION, accepted.toString());
        if (fault.isEmpty()) {
            return settle(accepted, true, "", "");
        }
        return fault.get().kind() == Fault.Kind.DECIDE_LATER
                ? accepted
                : settle(accepted, false, fault.get().code(), fault.get().message());
    }

    /** Decides a debit that is ACCEPTED. */
    public Order decide(String outTradeNo, boolean success, String code, String reason) {
        return office.alone(() -> {
            Order order = required(outTradeNo);
            if (order.state() != Order.State.ACCEPTED) {
                throw new IllegalStateException(
                        "扣款 " + outTradeNo + " 已有结果：" + order.state().words().text());
            }
            return store.inTransaction(() -> settle(order, success, code, reason));
        });
    }

    private Order settle(Order order, boolean success, String code, String reason) {
        String why = !blank(reason) ? reason : !blank(code) ? code : "用户账户余额不足";
        Order settled = success ? order.paid(clock.instant()) : order.failed(blank(code) ? "" : code, why);
        book.put(settled.outTradeNo(), settled);
        if (success) {
            book(settled, LedgerEntry.Kind.CHARGE, settled.outTradeNo(), settled.channelNo(), settled.amount());
        }
        office.channel().settled(settled, office);
        return settled;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Writes down what moves no money, e.g. that the owner repaid an advance. */
    public Order note(String outTradeNo, UnaryOperator<Order> change) {
        return office.alone(() -> {
            return book.put(outTradeNo, change.apply(required(outTradeNo)));
        });
    }

    /** Gives money back; in the caller's turn and transaction. */
    void giveBack(Refund refund) {
        Order order = required(refund.outTradeNo());
        book.put(order.outTradeNo(), order.refunded(refund.amount()));
        book(order, LedgerEntry.Kind.REFUND, refund.outRefundNo(), refund.channelNo(), refund.amount());
    }

    private void book(Order order, LedgerEntry.Kind kind, String tradeNo, String channelNo, int amount) {
        ledger.book(new LedgerEntry(
                0,
                clock.instant(),
                office.channel().code(),
                kind,
                tradeNo,
                channelNo,
                order.account(),
                order.visit(),
                order.lotName(),
                order.plateNo(),
                amount));
    }

    private Order required(String outTradeNo) {
        return find(outTradeNo).orElseThrow(() -> new NoSuchElementException("没有扣款 " + outTradeNo));
    }
}
