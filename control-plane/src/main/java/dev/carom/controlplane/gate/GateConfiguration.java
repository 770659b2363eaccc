package dev.carom.controlplane.gate;

import dev.carom.controlplane.security.Actors;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Two ways in: one for agents, one for everybody else. What opens the one opens nothing on the other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class GateConfiguration {
    static final String AGENT_SERVICE = "/carom.agent.v1.AgentService/**";

    /** Each method of the agent service asks for the node's token itself, in its own protocol. */
    @Bean
    @Order(1)
    SecurityFilterChain agents(HttpSecurity http) {
        return http.securityMatcher(AGENT_SERVICE)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everybodyElse(
            HttpSecurity http,
            Callers callers,
            RateLimits limits,
            UnrecordedDeeds unrecorded,
            Actors actors,
            Refusals refusals,
            CsrfTokenRepository forgeryTokens,
            ObjectProvider<OpenIdSignIn> openId) {
        openId.ifAvailable(provider -> provider.configure(http));
        return http.securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                // Spring's rule would change the token with each request too, and refuse a write that comes just then.
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(forgeryTokens)
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(Callers::namesCredential))
                .anonymous(anonymous -> anonymous.authenticationFilter(strangers()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Sessions gives a new id at sign-in; Spring's rule would change it with each request, and requests
                // that
                // come together would lose it.
                .sessionManagement(management -> management
                        .sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(SessionFixationConfigurer::none))
                .headers(GateConfiguration::headers)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new CallerFilter(callers), CsrfFilter.class)
                .addFilterAfter(limits.filter(), CallerFilter.class)
                .addFilterAfter(unrecorded.filter(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(new AccessDecision(AccessTable.ofDocument(), actors)))
                .build();
    }

    /**
     * Who shows no credential. The details that Spring would add read the session; that takes a connection, which asks
     * who is there, which adds the details: without end, for every page that a signed-in browser opens.
     */
    private static AnonymousAuthenticationFilter strangers() {
        AnonymousAuthenticationFilter filter = new AnonymousAuthenticationFilter("stranger");
        filter.setAuthenticationDetailsSource(HttpServletRequest::getRemoteAddr);
        return filter;
    }

    /** HSTS is Spring's own, for what comes by TLS. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(BrowserRules.CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** In a cookie that the console reads; a new one with each sign-in, by Sessions. */
    @Bean
    CsrfTokenRepository forgeryTokens() {
        return CookieCsrfTokenRepository.withHttpOnlyFalse();
    }

    /** Sent along when somebody follows a link to the console, or comes back from the OpenID provider; never by a form of another site. */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("carom_session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Keeps Spring Boot from making a user of its own. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("Users sign in at /api/v1/session.");
        };
    }
}
