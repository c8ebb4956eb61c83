package cn.citybrain.parking.onboarding.simulator.channel.desk;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Inputs;
import cn.citybrain.parking.onboarding.simulator.channel.book.Account;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.MediaFile;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The desk of one channel: sees what came in, decides, and makes things go wrong. The same over HTTP under {@code
 * /demo/api/{channel}/…}. What does not fit the state throws {@link IllegalStateException} with a Chinese message, what
 * is not there {@link NoSuchElementException}.
 */
public final class ChannelDesk {

    private final ChannelOffice office;

    ChannelDesk(ChannelOffice office) {
        this.office = office;
    }

    /** Everything that the channel remembers. */
    public ChannelOffice office() {
        return office;
    }

    /** Oldest first. */
    public List<Application> applications() {
        return office.applications().all();
    }

    public Optional<Application> application(String no) {
        return office.applications().find(no);
    }

    /** Commands that fit the application's state now. */
    public List<Action> actions(Application application) {
        return office.channel().actions(application, office);
    }

    /** The next normal step towards the open account. */
    public Application advance(String no) {
        return office.applications().advance(no);
    }

    /** Rejects; {@code complaints} may be empty: a refusal without any field. An empty message is the usual one. */
    public Application refuse(String no, List<Complaint> complaints, String message) {
        Map<String, Object> inputs = message.isBlank()
                ? Map.of("complaints", complaints)
                : Map.of("complaints", complaints, "message", message);
        return command(no, "refuse", inputs);
    }

    /** One of the {@link #actions} by its name, or {@code advance}. */
    public Application command(String no, String name, Map<String, Object> inputs) {
        Application application = office.applications().required(no);
        List<Action> actions = actions(application);
        boolean advance = name.equals("advance");
        Action action = actions.stream()
                .filter(fits ->
                        advance ? fits.kind() == Action.Kind.NEXT : fits.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unfit("申请单 " + no, office.channel().words(application), name));
        action.run(new Inputs(inputs).named(office.channel().profile().fields()));
        return office.applications().required(no);
    }

    public Optional<MediaFile> media(String id) {
        return office.media().find(id);
    }

    /** Knows a merchant that was signed elsewhere, e.g. by a test. */
    public Account adopt(String number, String name, Map<String, String> facts) {
        return office.accounts().put(new Account(number, name, facts));
    }

    public List<Lot> lots() {
        return office.lots().all();
    }

    public Lot passLot(String reference) {
        return office.lots().pass(reference);
    }

    public Lot refuseLot(String reference, String reason) {
        return office.lots().refuse(reference, reason);
    }

    /**
     * Plates that somebody touched. Every other plate counts as signed by its owner, for every payer, but for that of
     * {@link cn.citybrain.parking.onboarding.simulator.UnsignedVehicle}.
     */
    public List<Agreement> agreements() {
        return office.agreements().all();
    }

    /** What the owner of a plate does at the channel: sign, pause or end the agreement. */
    public Agreement setAgreement(Agreement agreement) {
        return office.agreements().set(agreement);
    }

    public List<Visit> visits() {
        return office.visits().all();
    }

    /** A command of this channel on a visit. */
    public Visit visitCommand(String id, String name, Map<String, Object> inputs) {
        Visit visit = office.visits().required(id);
        run(office.channel().actions(visit, office), name, inputs, "停车入场 " + id);
        return office.visits().required(id);
    }

    public List<Order> orders() {
        return office.orders().all();
    }

    public Optional<Order> order(String outTradeNo) {
        return office.orders().find(outTradeNo);
    }

    /** Decides a debit that is ACCEPTED. {@code code} and {@code reason} only where it fails; one of them will do. */
    public Order decide(String outTradeNo, boolean success, String code, String reason) {
        return office.orders().decide(outTradeNo, success, code, reason);
    }

    /** A command of this channel on a debit. */
    public Order orderCommand(String outTradeNo, String name, Map<String, Object> inputs) {
        Order order = order(outTradeNo).orElseThrow(() -> new NoSuchElementException("没有扣款 " + outTradeNo));
        run(office.channel().actions(order, office), name, inputs, "扣款 " + outTradeNo);
        return order(outTradeNo).orElseThrow();
    }

    public List<Refund> refunds() {
        return office.refunds().all();
    }

    /** Decides a refund that is PROCESSING. */
    public Refund decideRefund(String outRefundNo, boolean success) {
        return office.refunds().decide(outRefundNo, success);
    }

    /** Oldest first. */
    public List<Notice> notices() {
        return office.notices().all();
    }

    /** Delivers every notification that is due now; in the demo this happens by itself. */
    public int deliverDue() {
        return office.notices().deliverDue();
    }

    /** Delivers one notification now, whether due, held back or long delivered. */
    public Notice deliver(String noticeId) {
        return office.notices().deliver(noticeId);
    }

    /** Faults to come, in the order in which they were planned. */
    public List<Fault> faults() {
        return office.faults().all();
    }

    public Fault plan(Fault fault) {
        return office.faults().plan(fault);
    }

    public void dropAllFaults() {
        office.faults().dropAll();
    }

    public void autopilot(boolean on) {
        office.autopilot().set(on);
    }

    private static void run(List<Action> actions, String name, Map<String, Object> inputs, String what) {
        actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(what + " 现在不能办理 " + name))
                .run(new Inputs(inputs));
    }

    private static IllegalStateException unfit(String what, Words state, String name) {
        return new IllegalStateException(what + " 的状态是“" + state.text() + "”，不能办理 " + name);
    }
}
