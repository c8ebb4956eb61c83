package cn.citybrain.parking.onboarding.merchant;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The receiving accounts (收款账户). */
@Component
public class ReceivingAccounts {

    /**
     * Opens the account that an application asks for; called again for the same application it takes the corrected number.
     *
     * @throws DuplicateAccount if the merchant has this number at this channel, running or live
     */
    public ReceivingAccount open(long merchantId, String channel, String applicationNo, String accountNumber) {
        throw new UnsupportedOperationException();
    }

    /** The channel has opened the account. */
    public void activate(String applicationNo, String channelAccount) {
        throw new UnsupportedOperationException();
    }

    /** 正式接入. True the first time only. */
    public boolean markLive(long accountId) {
        throw new UnsupportedOperationException();
    }

    /** Closes an account that never went live; a live one stays. */
    public void close(String applicationNo) {
        throw new UnsupportedOperationException();
    }

    public Optional<ReceivingAccount> byApplication(String applicationNo) {
        throw new UnsupportedOperationException();
    }

    public Optional<ReceivingAccount> byId(long id) {
        throw new UnsupportedOperationException();
    }

    public List<ReceivingAccount> ofMerchant(long merchantId) {
        throw new UnsupportedOperationException();
    }
}
