package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.wechatpay.Applyment.Complaint;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The desk at WeChat Pay: sees what came in, decides, and makes things go wrong. The same over HTTP under
 * {@code /demo/api/wechatpay/…}.
 *
 * <p>Way of an application: AUDITING → {@link #approve} (sends the verification mail) → TO_BE_CONFIRMED → the merchant
 * follows the link ({@link #confirm}) → TO_BE_SIGNED → the merchant signs ({@link #sign}) → SIGNING → {@link #finish} →
 * FINISHED with a sub-merchant number. Commands that do not fit the state throw {@link IllegalStateException} with a
 * Chinese message.
 */
@Component
public class WechatPayDesk {

    /** Oldest first. */
    public List<Applyment> applyments() {
        throw new UnsupportedOperationException();
    }

    public Optional<Applyment> applyment(String businessCode) {
        throw new UnsupportedOperationException();
    }

    public Optional<Media> media(String mediaId) {
        throw new UnsupportedOperationException();
    }

    /** Passes the audit: TO_BE_CONFIRMED, and the verification mail goes to the contact's address. */
    public Applyment approve(String businessCode) {
        throw new UnsupportedOperationException();
    }

    /** Rejects; {@code complaints} may be empty: a refusal without any field. */
    public Applyment refuse(String businessCode, List<Complaint> complaints, String message) {
        throw new UnsupportedOperationException();
    }

    /** Sends the verification mail again. */
    public void sendMail(String businessCode) {
        throw new UnsupportedOperationException();
    }

    /** What the merchant does behind the mail's link: TO_BE_SIGNED, the sub-merchant number is given. */
    public Applyment confirm(String businessCode) {
        throw new UnsupportedOperationException();
    }

    /** What the merchant does behind sign_url: SIGNING. */
    public Applyment sign(String businessCode) {
        throw new UnsupportedOperationException();
    }

    /** Permissions are open: FINISHED. */
    public Applyment finish(String businessCode) {
        throw new UnsupportedOperationException();
    }

    /** CANCELED, for good. */
    public Applyment cancel(String businessCode) {
        throw new UnsupportedOperationException();
    }

    /** Puts it into any state, as WeChat Pay's back office can. */
    public Applyment force(String businessCode, ApplymentState state) {
        throw new UnsupportedOperationException();
    }

    /** Knows a sub-merchant that was signed elsewhere, e.g. by a test. */
    public void adoptMerchant(String subMchid, String name) {
        throw new UnsupportedOperationException();
    }

    public List<LotApplication> lots() {
        throw new UnsupportedOperationException();
    }

    public LotApplication passLot(String auditNo) {
        throw new UnsupportedOperationException();
    }

    public LotApplication refuseLot(String auditNo, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Plates that somebody touched. Every other plate counts as signed by its owner, NORMAL for every openid. */
    public List<VehicleService> vehicles() {
        throw new UnsupportedOperationException();
    }

    /** What the owner of a plate does in WeChat: open (NORMAL), pause or close (OUT_SERVICE) the service. */
    public void setVehicle(VehicleService vehicle) {
        throw new UnsupportedOperationException();
    }

    public List<ParkingVisit> visits() {
        throw new UnsupportedOperationException();
    }

    /** A vehicle inside can no longer be charged; the platform is notified. */
    public ParkingVisit block(String visitId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** A vehicle inside can be charged again; the platform is notified. */
    public ParkingVisit unblock(String visitId) {
        throw new UnsupportedOperationException();
    }

    public List<ParkingOrder> orders() {
        throw new UnsupportedOperationException();
    }

    public Optional<ParkingOrder> order(String outTradeNo) {
        throw new UnsupportedOperationException();
    }

    /** Decides a debit that is ACCEPTED; the platform is notified. {@code reason} only where it fails. */
    public ParkingOrder decide(String outTradeNo, boolean success, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The owner repays what WeChat Pay advanced: TRANSACTION.PAY_BACK. */
    public ParkingOrder payBack(String outTradeNo) {
        throw new UnsupportedOperationException();
    }

    public List<RefundRecord> refunds() {
        throw new UnsupportedOperationException();
    }

    /** Decides a refund that is PROCESSING. */
    public RefundRecord decideRefund(String outRefundNo, boolean success) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first. */
    public List<Notice> notices() {
        throw new UnsupportedOperationException();
    }

    /** Delivers every notification that is due now; in the demo this happens by itself. */
    public int deliverDue() {
        throw new UnsupportedOperationException();
    }

    /** Delivers one notification now, whether due, held back or long delivered. */
    public Notice deliver(String noticeId) {
        throw new UnsupportedOperationException();
    }

    /** Faults to come, in the order in which they were planned. */
    public List<Fault> faults() {
        throw new UnsupportedOperationException();
    }

    public Fault plan(Fault fault) {
        throw new UnsupportedOperationException();
    }

    public void drop(String faultId) {
        throw new UnsupportedOperationException();
    }

    public void dropAllFaults() {
        throw new UnsupportedOperationException();
    }

    /** Whether applications and lots are passed the moment they come in. Off by default: a person decides. */
    public boolean autopilot() {
        throw new UnsupportedOperationException();
    }

    public void autopilot(boolean on) {
        throw new UnsupportedOperationException();
    }
}
