package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.MerchantApplication;
import cn.citybrain.parking.onboarding.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The applications: what the forms' API and the process do with them. Who may is checked by the callers. */
@Component
public class Applications {

    public Optional<Application> find(String no) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException if there is none */
    public Application byNo(String no) {
        throw new UnsupportedOperationException();
    }

    /** Begins a draft and returns its number. */
    public String create(Channel channel, String tenantId, String userId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Merges values into the draft; a blank value clears its field. Papers are attached, not saved.
     *
     * @param version the version that the values were edited on
     * @return the new version
     * @throws StaleDraft if somebody saved in between
     * @throws InvalidFields naming unknown and closed fields
     * @throws WrongState if nothing is open
     */
    public long saveDraft(String no, long version, Map<String, String> values, String userId) {
        throw new UnsupportedOperationException();
    }

    /** The version to save on. */
    public long draftVersion(String no) {
        throw new UnsupportedOperationException();
    }

    /** Attaches a paper to its field; the one before is replaced. */
    public Document attach(
            String no, String fieldKey, String fileName, String mediaType, byte[] content, String userId) {
        throw new UnsupportedOperationException();
    }

    /** Checks the draft as {@link #submit} would. */
    public CheckResult check(String no) {
        throw new UnsupportedOperationException();
    }

    /**
     * Freezes the draft as the next revision, and opens or corrects the receiving account.
     *
     * @return the number of the revision
     * @throws InvalidFields with a message per field; duplicates name the other application
     */
    public int submit(String no, String userId) {
        throw new UnsupportedOperationException();
    }

    /** The newest revision in clear text with its papers, for the channel only. */
    public MerchantApplication forChannel(String no) {
        throw new UnsupportedOperationException();
    }

    /** Contact e-mail of the newest revision, or of the merchant before there is one. */
    public String contactEmail(String no) {
        throw new UnsupportedOperationException();
    }

    /** Keys of the fields that the operator may edit now. */
    public Set<String> openFields(String no) {
        throw new UnsupportedOperationException();
    }

    /** Finds fault with fields of the newest revision. */
    public void remark(String no, List<FieldIssue> issues, RemarkSource source, String author) {
        throw new UnsupportedOperationException();
    }

    /** The stored decision on a revision that no {@link #accept}, {@link #giveBack} or {@link #refuse} has used yet. */
    public Optional<ReviewDecision> decision(String no, int revision) {
        throw new UnsupportedOperationException();
    }

    /** The process has begun. @throws WrongState if it is not submitted or was started before */
    public void started(String no) {
        throw new UnsupportedOperationException();
    }

    /** → ACCEPTED. @throws WrongState */
    public void accept(String no, String by) {
        throw new UnsupportedOperationException();
    }

    /** → RETURNED, with the remarks of the stored decision. @throws WrongState, also without any remark */
    public void giveBack(String no, String by) {
        throw new UnsupportedOperationException();
    }

    /** → REFUSED; the receiving account is closed. @throws WrongState, also without a reason */
    public void refuse(String no, String by, String reason) {
        throw new UnsupportedOperationException();
    }

    /** → CHANNEL_REVIEW, or another state of it. @param link may be null @param expectedAt may be null */
    public void channelReviewing(String no, String text, String link, Instant expectedAt) {
        throw new UnsupportedOperationException();
    }

    /** → CHANNEL_REFUSED; issues with a field of ours open it for correction. */
    public void channelRefused(String no, List<FieldIssue> issues, String message) {
        throw new UnsupportedOperationException();
    }

    /** The channel closed it for good → REFUSED; the receiving account is closed. */
    public void channelClosed(String no, String reason) {
        throw new UnsupportedOperationException();
    }

    /** → BINDING: the channel has opened the account. */
    public void binding(String no) {
        throw new UnsupportedOperationException();
    }

    /** → TESTING. */
    public void testing(String no) {
        throw new UnsupportedOperationException();
    }

    /** → DONE. */
    public void done(String no) {
        throw new UnsupportedOperationException();
    }

    /** → WITHDRAWN; an account that is not live is closed. */
    public void withdrawn(String no, String by, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The operator's choice of lots, in their order; frozen by {@code LotBindings.bind}. */
    public void chooseLots(String no, List<String> lotCodes, String userId) {
        throw new UnsupportedOperationException();
    }

    public List<String> chosenLots(String no) {
        throw new UnsupportedOperationException();
    }
}
