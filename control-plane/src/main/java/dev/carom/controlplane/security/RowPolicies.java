package dev.carom.controlplane.security;

import dev.carom.controlplane.problem.Forbidden;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says in the caller's terms that a row policy (V0032) refused a write. */
public final class RowPolicies {
    /** SQLSTATE. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private RowPolicies() {}

    /** @throws Forbidden if a policy refused what the work wrote */
    public static <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (isRefusal(e)) {
                throw new Forbidden("This reaches beyond what your roles are for. Nothing was changed.");
            }
            throw e;
        }
    }

    private static boolean isRefusal(@Nullable Throwable thrown) {
        return thrown != null
                && (thrown instanceof SQLException refused && INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())
                        || isRefusal(thrown.getCause()));
    }
}
