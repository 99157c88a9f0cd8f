// The id of a delegate's device: base64url of the SHA-256 of the public key it signs with.

/** 43 characters, which public keys (32 bytes as well) have too. */
export const deviceKeyPattern = /^[A-Za-z0-9_-]{43}$/;
