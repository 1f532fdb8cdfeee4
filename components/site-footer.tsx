export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="site-footer-inside">
        <p className="emergency">
          <strong>A blow to the head, or bleeding that won’t stop?</strong> Don’t wait for an answer here: call your
          emergency number now.
        </p>
        <p>Members’ experience, not medical advice.</p>
        <nav aria-label="About this forum">
          <ul>
            <li>
              <a href="/rules">Rules</a>
            </li>
            <li>
              <a href="/privacy">Privacy</a>
            </li>
            <li>
              <a href="/contact">Contact</a>
            </li>
            <li>
              <a href="/help">Help</a>
            </li>
            <li>
              <a href="/log">What moderators did</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
