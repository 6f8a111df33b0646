/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.provenance.c2pa;

import io.github.janusfiji.task.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A signer's private key and the certificates that tell whose it is.
 *
 * @param key Ed25519, or of the elliptic curves P-256, P-384 or P-521, or RSA
 * @param chain the signer's certificate first, each followed by that of who
 *          vouches for it; not empty
 */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

	private static final Pattern PRIVATE = Pattern.compile(
		"-----BEGIN (ENCRYPTED )?PRIVATE KEY-----([^-]+)-----END");

	private static final String ALIAS = "signer";

	/** Takes a copy. */
	public Credential {
		chain = List.copyOf(chain);
		if (chain.isEmpty()) throw new IllegalArgumentException(
			"A signer needs a certificate.");
	}

	/**
	 * @param name whom the certificate names
	 * @return a new Ed25519 key, with a certificate below a root of its own that is
	 *         good for twenty years
	 */
	public static Credential make(final String name) {
		try {
			final var made = CertificateMaker.make(name);
			return new Credential(made.key(), made.chain());
		}
		catch (final GeneralSecurityException e) {
			throw new IllegalStateException("Every Java 17 has Ed25519", e);
		}
	}

	/**
	 * @param file PKCS#12 ({@code .p12}, {@code .pfx}), or PEM with a PKCS#8 key
	 *          and the chain
	 * @param passphrase that opens it; empty if it needs none
	 * @return the first key in it
	 * @throws IOException if it cannot be read, opened or used; the message is one
	 *           sentence for the user
	 */
	public static Credential read(final Path file, final char[] passphrase)
		throws IOException
	{
		final byte[] bytes;
		try {
			bytes = Files.readAllBytes(file);
		}
		catch (final IOException e) {
			throw new InputException("The key " + file +
				" cannot be read; check the path and its permissions.", e);
		}
		try {
			return new String(bytes, 0, Math.min(bytes.length, 1 << 16),
				StandardCharsets.ISO_8859_1).contains("-----BEGIN") ? pem(file, bytes,
					passphrase) : pkcs12(file, bytes, passphrase);
		}
		catch (final GeneralSecurityException | IllegalArgumentException e) {
			throw new InputException("The key " + file + " cannot be used (" + e
				.getMessage() + "); give a PKCS#12 or PEM file with a private key and" +
				" its certificates.", e);
		}
	}

	private static Credential pkcs12(final Path file, final byte[] bytes,
		final char[] passphrase) throws IOException, GeneralSecurityException
	{
		final var store = KeyStore.getInstance("PKCS12");
		try {
			store.load(new ByteArrayInputStream(bytes), passphrase);
		}
		catch (final IOException e) {
			throw new InputException("The key " + file +
				" cannot be opened: it is no PKCS#12 file, or needs another" +
				" passphrase, which is taken from the environment variable" +
				" JANUS_PASSPHRASE.", e);
		}
		for (final String alias : Collections.list(store.aliases())) {
			final Key key = store.getKey(alias, passphrase);
			if (!(key instanceof PrivateKey own)) continue;
			final Certificate[] chain = store.getCertificateChain(alias);
			return new Credential(own, Arrays.stream(chain).map(
				X509Certificate.class::cast).toList());
		}
		throw new InputException("There is no private key in " + file +
			"; export it together with its certificates.");
	}

	private static Credential pem(final Path file, final byte[] bytes,
		final char[] passphrase) throws IOException, GeneralSecurityException
	{
		final Matcher found = PRIVATE.matcher(new String(bytes,
			StandardCharsets.ISO_8859_1));
		if (!found.find()) throw new InputException("There is no private key in " +
			file + ": it must be in PKCS#8, between BEGIN PRIVATE KEY and END.");
		final byte[] key = Base64.getMimeDecoder().decode(found.group(2));
		final List<X509Certificate> chain = TrustAnchors.certificates(file);
		if (chain.isEmpty()) throw new InputException("There is no certificate in " +
			file + "; put the signer's behind the key, and those above it behind it.");
		final PKCS8EncodedKeySpec plain = found.group(1) == null
			? new PKCS8EncodedKeySpec(key) : decrypt(key, passphrase);
		final String algorithm = chain.get(0).getPublicKey().getAlgorithm();
		return new Credential(KeyFactory.getInstance(algorithm).generatePrivate(
			plain), chain);
	}

	private static PKCS8EncodedKeySpec decrypt(final byte[] key,
		final char[] passphrase) throws IOException, GeneralSecurityException
	{
		final var info = new EncryptedPrivateKeyInfo(key);
		// Java tells the scheme inside PBES2 by its parameters' name only.
		final String name = info.getAlgName().equals("PBES2") ? info
			.getAlgParameters().toString() : info.getAlgName();
		final var secret = SecretKeyFactory.getInstance(name).generateSecret(
			new PBEKeySpec(passphrase));
		final var cipher = Cipher.getInstance(name);
		cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
		return info.getKeySpec(cipher);
	}

	/**
	 * @param passphrase that will open it; may be empty
	 * @return the key and its chain as PKCS#12
	 * @throws IOException if that fails
	 */
	public byte[] pkcs12(final char[] passphrase) throws IOException {
		try {
			final var store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry(ALIAS, key, passphrase, chain.toArray(
				X509Certificate[]::new));
			final var out = new ByteArrayOutputStream();
			store.store(out, passphrase);
			return out.toByteArray();
		}
		catch (final GeneralSecurityException e) {
			throw new IOException("The key could not be stored: " + e.getMessage(), e);
		}
	}

	/** @return the name in the signer's certificate */
	public String name() {
		return Signer.name(chain.get(0));
	}

	/** @return who vouches in the end, to be given to others as their anchor */
	public X509Certificate anchor() {
		return chain.get(chain.size() - 1);
	}

	/** @return C2PA's name of the signature algorithm, such as {@code Ed25519} */
	public String algorithm() {
		return key.getAlgorithm().toUpperCase(Locale.ROOT);
	}
}
