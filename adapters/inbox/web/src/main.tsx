import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { Frame } from './frame/frame';
import { SignIn } from './frame/sign_in';
import { focusNextHeading } from './parts/page';
import { CasesScreen } from './screens/cases';
import { InboxScreen } from './screens/inbox';
import { NotFoundScreen } from './screens/not_found';
import { listenToChanges } from './server/events';
import { readSession } from './server/requests';
import { session, sessionOver } from './server/session';

// What not every visit needs comes when it is opened.
const StartScreen = lazy(() => import('./screens/start').then((screen) => screen.StartScreen));
const RequestScreen = lazy(() => import('./screens/request').then((screen) => screen.RequestScreen));
const BulkScreen = lazy(() => import('./screens/bulk').then((screen) => screen.BulkScreen));
const TaskScreen = lazy(() => import('./screens/task').then((screen) => screen.TaskScreen));
const CaseScreen = lazy(() => import('./screens/case').then((screen) => screen.CaseScreen));
const FormAnswersScreen = lazy(() => import('./screens/form_answers').then((screen) => screen.FormAnswersScreen));
const MailsScreen = lazy(() => import('./screens/mails').then((screen) => screen.MailsScreen));
const OperationsScreen = lazy(() => import('./screens/operations').then((screen) => screen.OperationsScreen));
const AccountScreen = lazy(() => import('./screens/account').then((screen) => screen.AccountScreen));
const SubstitutionsScreen = lazy(() => import('./screens/substitutions').then((screen) => screen.SubstitutionsScreen));
const PersonnelScreen = lazy(() => import('./screens/personnel').then((screen) => screen.PersonnelScreen));
const TablesScreen = lazy(() => import('./screens/tables').then((screen) => screen.TablesScreen));
const TableScreen = lazy(() => import('./screens/table').then((screen) => screen.TableScreen));
const SessionsScreen = lazy(() => import('./screens/sessions').then((screen) => screen.SessionsScreen));
const TokensScreen = lazy(() => import('./screens/tokens').then((screen) => screen.TokensScreen));

function Home() {
  const { route } = useLocation();
  useEffect(() => route('/inbox', true), []);
  return null;
}

function Screens() {
  // The page stays as it is under a renewed sign-in, so that nothing typed is lost.
  return (
    <div hidden={sessionOver.value}>
      <Frame>
        <Router onRouteChange={focusNextHeading}>
          <Route path="/" component={Home} />
          <Route path="/inbox" component={InboxScreen} />
          <Route path="/bulk" component={BulkScreen} />
          <Route path="/tasks/:key" component={TaskScreen} />
          <Route path="/start" component={StartScreen} />
          <Route path="/start/:id" component={RequestScreen} />
          <Route path="/cases" component={CasesScreen} />
          <Route path="/cases/:caseNo" component={CaseScreen} />
          <Route path="/mails" component={MailsScreen} />
          <Route path="/form-answers" component={FormAnswersScreen} />
          <Route path="/operations" component={OperationsScreen} />
          <Route path="/account" component={AccountScreen} />
          <Route path="/substitutions" component={SubstitutionsScreen} />
          <Route path="/personnel" component={PersonnelScreen} />
          <Route path="/tables" component={TablesScreen} />
          <Route path="/tables/:id" component={TableScreen} />
          <Route path="/sessions" component={SessionsScreen} />
          <Route path="/tokens" component={TokensScreen} />
          <Route default component={NotFoundScreen} />
        </Router>
      </Frame>
    </div>
  );
}

function Root() {
  if (session.value === undefined) return null;
  if (session.value === null) return <SignIn />;
  return (
    <LocationProvider>
      {sessionOver.value && <SignIn />}
      <Screens />
    </LocationProvider>
  );
}

const page = document.getElementById('page');
if (page) {
  readSession()
    .catch(() => {
      // A server that does not answer yet is shown as the sign-in, which says so when it is tried.
      session.value = null;
    })
    .finally(() => {
      listenToChanges();
      render(<Root />, page);
    });
}
