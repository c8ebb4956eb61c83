package cn.citybrain.parking.onboarding.turn;

/**
 * One fact in the words of each reader, a Chinese sentence without its full stop.
 *
 * @param doer to who may do it: what they are asked to do
 * @param inside to the operating company and the auditors
 * @param outside to everybody else
 */
public record Words(String doer, String inside, String outside) {

    static Words of(String doer, String others) {
        return new Words(doer, others, others);
    }

    /** The same to everybody: nobody is asked to do anything. */
    static Words same(String text) {
        return new Words(text, text, text);
    }

    /** Behind something that is so for everybody. */
    Words after(String what) {
        return what.isEmpty() ? this : new Words(what + doer, what + inside, what + outside);
    }
}
