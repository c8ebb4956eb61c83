package cn.citybrain.parking.onboarding.access.account;

import java.util.Map;
import org.springframework.modulith.NamedInterface;

/** Why something was not done to an account; the message is for the person who asked, in Chinese. Nothing was written. */
@NamedInterface("services")
public abstract sealed class AccountProblem extends RuntimeException {

    private AccountProblem(String message) {
        super(message, null, false, false);
    }

    /** What was entered is wrong, or the account is not in a state for it. */
    @NamedInterface("services")
    public static final class Invalid extends AccountProblem {

        private final transient Map<String, String> fields;

        public Invalid(String message, Map<String, String> fields) {
            super(message);
            this.fields = Map.copyOf(fields);
        }

        /** By the names of {@link PersonEntry}'s components, or {@code reason}. */
        public Map<String, String> fields() {
            return fields;
        }
    }

    /** It is not this person's to do. */
    @NamedInterface("services")
    public static final class NotYours extends AccountProblem {

        public NotYours(String message) {
            super(message);
        }
    }

    /** Somebody else changed the account in the meantime. */
    @NamedInterface("services")
    public static final class Outdated extends AccountProblem {

        public Outdated() {
            super("这个账号刚被别人修改过，您的修改没有保存。请重新载入，核对后再改。");
        }
    }

    /** Nobody has this id. */
    @NamedInterface("services")
    public static final class Unknown extends AccountProblem {

        public Unknown(String userId) {
            super("没有账号“" + userId + "”。");
        }
    }
}
