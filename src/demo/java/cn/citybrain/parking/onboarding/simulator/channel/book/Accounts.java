package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The merchants of one channel. */
public final class Accounts {

    private final Book<Account> book;

    public Accounts(Book<Account> book) {
        this.book = book;
    }

    public List<Account> all() {
        return book.all();
    }

    public Optional<Account> find(String number) {
        return book.find(number);
    }

    /** Gives the next number that nobody has, counted from the first. */
    public synchronized String open(long first, String name) {
        long next = first + all().size();
        while (find(String.valueOf(next)).isPresent()) {
            next++;
        }
        String number = String.valueOf(next);
        put(new Account(number, name, Map.of()));
        return number;
    }

    /** Knows a merchant, also one that was signed elsewhere, e.g. by a test. */
    public synchronized Account put(Account account) {
        return book.put(account.number(), account);
    }
}
