package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import cn.citybrain.parking.onboarding.simulator.wechatpay.Applyment.Complaint;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The desk at WeChat Pay: sees what came in, decides, and makes things go wrong. The same over HTTP under
 * {@code /demo/api/wechatpay/…} ({@link WechatPayDeskApi}).
 *
 * <p>Way of an application: AUDITING → {@link #approve} (sends the verification mail) → TO_BE_CONFIRMED → the merchant
 * follows the link ({@link #confirm}) → TO_BE_SIGNED → the merchant signs ({@link #sign}) → SIGNING → {@link #finish} →
 * FINISHED with a sub-merchant number. Commands that do not fit the state throw {@link IllegalStateException} with a
 * Chinese message.
 */
@Component
public class WechatPayDesk {

    private final SimulatorStore store;
    private final Applyments applyments;
    private final SubMerchants merchants;
    private final Lots lots;
    private final Vehicles vehicles;
    private final Visits visits;
    private final Orders orders;
    private final Refunds refunds;
    private final Notices notices;
    private final Faults faults;
    private final Autopilot autopilot;

    WechatPayDesk(
            SimulatorStore store,
            Applyments applyments,
            SubMerchants merchants,
            Lots lots,
            Vehicles vehicles,
            Visits visits,
            Orders orders,
            Refunds refunds,
            Notices notices,
            Faults faults,
            Autopilot autopilot) {
        this.store = store;
        this.applyments = applyments;
        this.merchants = merchants;
        this.lots = lots;
        this.vehicles = vehicles;
        this.visits = visits;
        this.orders = orders;
        this.refunds = refunds;
        this.notices = notices;
        this.faults = faults;
        this.autopilot = autopilot;
    }

    /** Oldest first. */
    public List<Applyment> applyments() {
        return applyments.all();
    }

    public Optional<Applyment> applyment(String businessCode) {
        return applyments.find(businessCode);
    }

    public Optional<Media> media(String mediaId) {
        return store.find(MediaController.KIND, mediaId, Media.class);
    }

    /** Passes the audit: TO_BE_CONFIRMED, and the verification mail goes to the contact's address. */
    public Applyment approve(String businessCode) {
        return applyments.approve(businessCode);
    }

    /** Rejects; {@code complaints} may be empty: a refusal without any field. */
    public Applyment refuse(String businessCode, List<Complaint> complaints, String message) {
        return applyments.refuse(businessCode, complaints, message);
    }

    /** Sends the verification mail again. */
    public void sendMail(String businessCode) {
        applyments.sendMail(businessCode);
    }

    /** What the merchant does behind the mail's link: TO_BE_SIGNED, the sub-merchant number is given. */
    public Applyment confirm(String businessCode) {
        return applyments.confirm(businessCode);
    }

    /** What the merchant does behind sign_url: SIGNING. */
    public Applyment sign(String businessCode) {
        return applyments.sign(businessCode);
    }

    /** Permissions are open: FINISHED. */
    public Applyment finish(String businessCode) {
        return applyments.finish(businessCode);
    }

    /** CANCELED, for good. */
    public Applyment cancel(String businessCode) {
        return applyments.force(businessCode, ApplymentState.CANCELED);
    }

    /** Puts it into any state, as WeChat Pay's back office can. */
    public Applyment force(String businessCode, ApplymentState state) {
        return applyments.force(businessCode, state);
    }

    /** Knows a sub-merchant that was signed elsewhere, e.g. by a test. */
    public void adoptMerchant(String subMchid, String name) {
        merchants.adopt(subMchid, name);
    }

    public List<LotApplication> lots() {
        return lots.all();
    }

    public LotApplication passLot(String auditNo) {
        return lots.pass(auditNo);
    }

    public LotApplication refuseLot(String auditNo, String reason) {
        return lots.refuse(auditNo, reason);
    }

    /** Plates that somebody touched. Every other plate counts as signed by its owner, NORMAL for every openid. */
    public List<VehicleService> vehicles() {
        return vehicles.all();
    }

    /** What the owner of a plate does in WeChat: open (NORMAL), pause or close (OUT_SERVICE) the service. */
    public void setVehicle(VehicleService vehicle) {
        vehicles.set(vehicle);
    }

    public List<ParkingVisit> visits() {
        return visits.all();
    }

    /** A vehicle inside can no longer be charged; the platform is notified. */
    public ParkingVisit block(String visitId, String reason) {
        return visits.move(visitId, "BLOCKED", reason);
    }

    /** A vehicle inside can be charged again; the platform is notified. */
    public ParkingVisit unblock(String visitId) {
        return visits.move(visitId, "NORMAL", "");
    }

    public List<ParkingOrder> orders() {
        return orders.all();
    }

    public Optional<ParkingOrder> order(String outTradeNo) {
        return orders.find(outTradeNo);
    }

    /** Decides a debit that is ACCEPTED; the platform is notified. {@code reason} only where it fails. */
    public ParkingOrder decide(String outTradeNo, boolean success, String reason) {
        return orders.decide(outTradeNo, success, reason);
    }

    /** The owner repays what WeChat Pay advanced: TRANSACTION.PAY_BACK. */
    public ParkingOrder payBack(String outTradeNo) {
        return orders.payBack(outTradeNo);
    }

    public List<RefundRecord> refunds() {
        return refunds.all();
    }

    /** Decides a refund that is PROCESSING. */
    public RefundRecord decideRefund(String outRefundNo, boolean success) {
        return refunds.decide(outRefundNo, success);
    }

    /** Oldest first. */
    public List<Notice> notices() {
        return notices.all();
    }

    /** Delivers every notification that is due now; in the demo this happens by itself. */
    public int deliverDue() {
        return notices.deliverDue();
    }

    /** Delivers one notification now, whether due, held back or long delivered. */
    public Notice deliver(String noticeId) {
        return notices.deliver(noticeId);
    }

    /** Faults to come, in the order in which they were planned. */
    public List<Fault> faults() {
        return faults.all();
    }

    public Fault plan(Fault fault) {
        return faults.plan(fault);
    }

    public void drop(String faultId) {
        faults.drop(faultId);
    }

    public void dropAllFaults() {
        faults.dropAll();
    }

    /** Whether applications and lots are passed the moment they come in. Off by default: a person decides. */
    public boolean autopilot() {
        return autopilot.on();
    }

    public void autopilot(boolean on) {
        autopilot.set(on);
    }
}
