package dev.carom.controlplane.idempotency;

import dev.carom.controlplane.problem.InvalidParameter;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.security.Actors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a POST with an Idempotency-Key once. The deed and its kept answer are one transaction, so that a crash leaves
 * both or neither; who asks again meanwhile waits for it. What failed by a fault of ours is not kept: it may be tried
 * again with the same key.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {
    private final KeptAnswers answers;
    private final Actors actors;
    private final TransactionTemplate transactions;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            KeptAnswers answers,
            Actors actors,
            PlatformTransactionManager transactions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.answers = answers;
        this.actors = actors;
        this.transactions = new TransactionTemplate(transactions);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/v1/")
                || request.getHeader(IdempotencyKey.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            String header = Objects.requireNonNull(request.getHeader(IdempotencyKey.HEADER));
            IdempotencyKey key = IdempotencyKey.parse(actors.current(), header);
            byte[] body = request.getInputStream().readAllBytes();
            byte[] fingerprint = fingerprint(request, body);
            Done done = Objects.requireNonNull(transactions.execute(
                    status -> once(key, fingerprint, new RereadableRequest(request, body), response, chain, status)));
            if (done.rolledBack() && done.answer().status() < 500) {
                transactions.executeWithoutResult(status -> answers.keep(key, fingerprint, done.answer()));
            }
            done.answer().writeTo(response);
        } catch (InvalidParameter | InvalidResource e) {
            problems.resolveException(request, response, null, e);
        }
    }

    /** @param rolledBack whether the deed was undone: it was refused, or failed */
    private record Done(KeptAnswer answer, boolean rolledBack) {}

    private Done once(
            IdempotencyKey key,
            byte[] fingerprint,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            TransactionStatus status) {
        answers.lock(key);
        Optional<KeptAnswers.Kept> kept = answers.find(key);
        if (kept.isPresent()) {
            return new Done(sameRequest(kept.get(), fingerprint), false);
        }
        KeptAnswer answer = run(request, response, chain);
        if (answer.status() >= 400) {
            status.setRollbackOnly();
            return new Done(answer, true);
        }
        answers.keep(key, fingerprint, answer);
        return new Done(answer, false);
    }

    private static KeptAnswer sameRequest(KeptAnswers.Kept kept, byte[] fingerprint) {
        if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
            throw new InvalidResource(
                    "",
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another request in the last day. Nothing was done: take a new key"
                            + " for a new operation.");
        }
        return kept.answer();
    }

    private static KeptAnswer run(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, caught);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        return KeptAnswer.of(caught);
    }

    private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        String line = request.getRequestURI() + "?" + (query == null ? "" : query);
        return Digests.sha256("request", line.getBytes(StandardCharsets.UTF_8), body);
    }
}
